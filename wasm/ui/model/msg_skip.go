package model

// Skip moves the keyboard from the start of the page to the button that takes a step.
type Skip struct{}

// StepForwardID is the id of that button.
const StepForwardID = "step-forward"

func (Skip) update(*Model) []Cmd { return []Cmd{Focus{StepForwardID}} }
