package model

// SliderMark is a mark above the slider. In a long scenario it stands for all steps from
// Step to the next mark.
type SliderMark struct {
	Step int
	Kind StepKind
}

// MaxSliderMarks is how many marks there are at most.
const MaxSliderMarks = 80

// sliderMarks are the marks of a branch.
func sliderMarks(d *Draft) []SliderMark {
	stepsPerMark := (d.Len() + MaxSliderMarks - 1) / MaxSliderMarks
	var list []SliderMark
	for i := 1; i <= d.Len(); i++ {
		k := stepKind(d.Step(i))
		if (i-1)%stepsPerMark == 0 {
			list = append(list, SliderMark{i, k})
		} else if last := &list[len(list)-1]; kindRank[k] > kindRank[last.Kind] {
			last.Kind = k
		}
	}
	return list
}
