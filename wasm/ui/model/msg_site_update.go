package model

// SiteUpdated says that the site has another build than this page.
type SiteUpdated struct{}

// Reload asks to load the page again.
type Reload struct{}

func (Reload) cmd() {}

// reloadPage is the button of the notice.
type reloadPage struct{}

func (SiteUpdated) update(m *Model) []Cmd {
	if m.siteUpdated {
		return nil
	}
	m.siteUpdated = true
	return m.addNotice(Notice{Text: "There is a new version of this page. A reload keeps what you have.", Label: "Reload", Action: reloadPage{}, Stays: true})
}

func (reloadPage) update(*Model) []Cmd { return []Cmd{Reload{}} }
