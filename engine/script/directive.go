package script

import (
	"slices"
	"strings"

	"closenotify/engine"
)

// directive is a line before the steps that says what connection to start.
type directive struct {
	name         string
	defaultValue string
	get          func(engine.Config) string
	set          func(*engine.Config, string) bool // false: no such value
	values       func() []string
}

// directives are the language's, in the order in which String writes them.
var directives = []directive{
	{
		"profile", engine.DefaultProfile,
		func(c engine.Config) string { return c.Profile },
		setProfile,
		profileNames,
	},
	{
		"version", engine.DefaultVersion.String(),
		func(c engine.Config) string {
			if c.Version == 0 {
				return ""
			}
			return c.Version.String()
		},
		setVersion,
		versionNames,
	},
	{
		"start", engine.DefaultStart,
		func(c engine.Config) string { return c.Start },
		func(c *engine.Config, v string) bool { c.Start = v; return slices.Contains(engine.Starts(), v) },
		engine.Starts,
	},
	{
		"transport", engine.DefaultTransport,
		func(c engine.Config) string { return c.Transport },
		func(c *engine.Config, v string) bool { c.Transport = v; return engine.IsTransport(v) },
		engine.Transports,
	},
}

// findDirective looks a directive up by its name.
func findDirective(name string) (directive, bool) {
	for _, d := range directives {
		if d.name == name {
			return d, true
		}
	}
	return directive{}, false
}

// directiveNames lists them: "profile, version, start or transport".
func directiveNames() string {
	names := make([]string, len(directives))
	for i, d := range directives {
		names[i] = d.name
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// wanted says what the directive accepts.
func (d directive) wanted() string { return d.name + " " + strings.Join(d.values(), " or ") }

// nearest is the directive with the value that was probably meant, "" if none is like it.
func (d directive) nearest(value string) string {
	meant := engine.Nearest(value, d.values())
	if meant == "" {
		return ""
	}
	return d.name + " " + meant
}

func profileNames() []string {
	var names []string
	for _, p := range engine.Profiles() {
		names = append(names, p.Name)
	}
	return names
}

func versionNames() []string {
	var names []string
	for _, v := range engine.Versions {
		names = append(names, v.String())
	}
	return names
}

func setProfile(c *engine.Config, value string) bool {
	p, ok := engine.ProfileNamed(value)
	c.Profile = p.Name
	return ok
}

func setVersion(c *engine.Config, value string) bool {
	v, ok := engine.VersionNamed(value)
	c.Version = v
	return ok
}
