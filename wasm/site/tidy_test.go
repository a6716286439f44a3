package site

import "testing"

func TestTidy(t *testing.T) {
	for src, want := range map[string]string{
		`text &amp; text`:                        `text &amp; text`,
		`<p>text</p>`:                            `<p>text</p>`,
		`<p id="b" class="a">`:                   `<p class="a" id="b">`,
		`<p title="say \"hi\" & <go> \u2028">`:   "<p title=\"say &#34;hi&#34; &amp; &lt;go&gt; \u2028\">",
		`<button disabled="false" id="x">`:       `<button id="x">`,
		`<button disabled id="x">`:               `<button disabled id="x">`,
		"<p>\n<b>bold</b>\nplain\n<i></i>\n</p>": "<p><b>bold</b>plain<i></i></p>",
		"<pre>\ntext\n</pre>":                    "<pre>\ntext\n</pre>",
		"<label>\n<input>\nname\n</label>":       "<label><input>name</label>",
		`<i aria-hidden aria-busy="false"></i>`:  `<i aria-busy="false" aria-hidden="true"></i>`,
	} {
		have, err := tidy(src)
		if err != nil || have != want {
			t.Errorf("tidy(%s) = %s, %v; want %s", src, have, err, want)
		}
	}
}

func TestTidyReportsWhatIsNoTag(t *testing.T) {
	for _, src := range []string{"<p", "<p id", `<p id="x`, `<p id=x>`, `<p id='xyz'>`, `<p id="a"b>`} {
		if have, err := tidy(src); err == nil {
			t.Errorf("tidy(%s) = %s, want an error", src, have)
		}
	}
}
