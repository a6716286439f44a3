package model

// SliderMark is a mark above the slider. In a long scenario it stands for all steps from
// Step to the next mark.
type SliderMark struct {
	Step int
	Kind StepKind
}

// MaxSliderMarks is how many marks there are at most.
const MaxSliderMarks = 80

// sliderMarks are the marks of a branch with steps of these kinds.
func sliderMarks(kinds []StepKind) []SliderMark {
	stepsPerMark := (len(kinds) + MaxSliderMarks - 1) / MaxSliderMarks
	var list []SliderMark
	for i, k := range kinds {
		if i%stepsPerMark == 0 {
			list = append(list, SliderMark{i + 1, k})
		} else if last := &list[len(list)-1]; k != last.Kind && kindRank[k] > kindRank[last.Kind] {
			last.Kind = k
		}
	}
	return list
}

// stepKinds are the kinds of the steps of a branch. before is another branch, with its kinds:
// steps that both have are not looked at again.
func stepKinds(d, before *Draft, kinds []StepKind) []StepKind {
	same := 0
	for same < min(len(kinds), d.Len()) && d.Path[same+1] == before.Path[same+1] && d.History.Shares(before.History, d.Path[same+1]) {
		same++
	}
	list := append(make([]StepKind, 0, d.Len()), kinds[:same]...)
	for i := same + 1; i <= d.Len(); i++ {
		list = append(list, stepKind(d.Step(i)))
	}
	return list
}
