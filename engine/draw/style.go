package draw

// Styles are the colours of the page: Okabe and Ito's for peers and records, and
// texts with a contrast of at least 4.5:1 in both themes. A picture in a page shares
// its style sheet, so every rule begins with the picture's class.
const Styles = `
.close-notify{font-family:system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;font-size:12px}
.close-notify text{fill:#1b1d20}
.close-notify .card{fill:#fff}
.close-notify .title{font-size:17px;font-weight:600}
.close-notify .lane{font-size:13px;font-weight:600}
.close-notify .middle{text-anchor:middle}
.close-notify .end{text-anchor:end}
.close-notify .number{text-anchor:end;fill:#565b61;font-size:11px}
.close-notify .call,.close-notify .error,.close-notify .retry{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.close-notify .error{fill:#a3262a}
.close-notify .retry{fill:#6b5600}
.close-notify .note,.close-notify .remark{fill:#565b61;font-size:11px}
.close-notify .rule{stroke:#dededa;fill:none}
.close-notify .life{stroke-width:2;fill:none}
.close-notify .life.client{stroke:#0072b2}
.close-notify .life.server{stroke:#d55e00}
.close-notify .call-dot.client{fill:#0072b2}
.close-notify .call-dot.server{fill:#d55e00}
.close-notify .head.client{fill:#e6f1f8;stroke:#0072b2}
.close-notify .head.server{fill:#fcefe4;stroke:#d55e00}
.close-notify .connector{stroke:#565b61;fill:none}
.close-notify .unread{stroke-dasharray:1 4;stroke-width:2;stroke-linecap:round}
.close-notify .tip,.close-notify .head-tip{fill:#565b61}
.close-notify .line{stroke:#565b61;stroke-width:1.5;fill:none}
.close-notify .dashed{stroke-dasharray:5 4}
.close-notify .cross{stroke:#a3262a;stroke-width:2.5;fill:none}
.close-notify .damage{fill:#fff;stroke:#a3262a;stroke-width:1.5}
.close-notify .label{fill:#14171a}
.close-notify .box{stroke:#14171a}
.close-notify .data{fill:#56b4e9}
.close-notify .notify{fill:#cc79a7}
.close-notify .warning{fill:#e69f00}
.close-notify .handshake{fill:#dededa}
.close-notify .fatal{fill:#000;stroke:#000}
.close-notify .hatch{stroke:#fff;stroke-width:1.5;fill:none}
.close-notify .on-fatal{fill:#fff}
.close-notify .forged{fill:#fff;stroke:#cc79a7;stroke-width:1.5}
.close-notify .bar{fill:#1b1d20;stroke:none}
.close-notify .behind{fill:#fff}
.close-notify .flag-text{font-size:11px;font-weight:600}
.close-notify .flag.client{fill:#e6f1f8;stroke:#0072b2}
.close-notify .flag.server{fill:#fcefe4;stroke:#d55e00}
.close-notify .flag.clear{fill:#fff}
.close-notify .flag-text.client{fill:#00598c}
.close-notify .flag-text.server{fill:#9a4300}
.close-notify .flag-dot.client{fill:#00598c;stroke:#00598c}
.close-notify .flag-dot.server{fill:#9a4300;stroke:#9a4300}
.close-notify .flag-dot.clear{fill:none}
.close-notify .flight{opacity:0}
@media (prefers-color-scheme:dark){
.close-notify text{fill:#ececea}
.close-notify .card,.close-notify .behind,.close-notify .flag.clear{fill:#1c1f23}
.close-notify .number,.close-notify .note,.close-notify .remark{fill:#aab0b7}
.close-notify .error{fill:#ff9b98}
.close-notify .retry{fill:#e3c967}
.close-notify .rule{stroke:#343a40}
.close-notify .life.client{stroke:#3d9fdb}
.close-notify .life.server{stroke:#f0873a}
.close-notify .call-dot.client{fill:#3d9fdb}
.close-notify .call-dot.server{fill:#f0873a}
.close-notify .head.client,.close-notify .flag.client.set{fill:#1b2f3d;stroke:#3d9fdb}
.close-notify .head.server,.close-notify .flag.server.set{fill:#3a2a1c;stroke:#f0873a}
.close-notify .flag.client.clear{stroke:#3d9fdb}
.close-notify .flag.server.clear{stroke:#f0873a}
.close-notify .connector,.close-notify .line{stroke:#aab0b7}
.close-notify .tip,.close-notify .head-tip{fill:#aab0b7}
.close-notify .cross,.close-notify .damage{stroke:#ff9b98}
.close-notify .damage{fill:#1c1f23}
.close-notify .label{fill:#14171a}
.close-notify .fatal{stroke:#8b9199}
.close-notify .on-fatal{fill:#fff}
.close-notify .forged{fill:#1c1f23}
.close-notify .on-forged,.close-notify .on-bar{fill:#ececea}
.close-notify .bar{fill:#ececea}
.close-notify .flag-text.client{fill:#7cc4f2}
.close-notify .flag-text.server{fill:#ffb27a}
.close-notify .flag-dot.client{fill:#7cc4f2;stroke:#7cc4f2}
.close-notify .flag-dot.server{fill:#ffb27a;stroke:#ffb27a}
.close-notify .flag-dot.clear{fill:none}
}
`

// animationStyles let the parts of an animated picture appear in their order. Until
// then "backwards" hides them; without animations nothing is hidden.
const animationStyles = `@media (prefers-reduced-motion:no-preference){
.close-notify .appear{animation:close-notify-appear .2s backwards}
.close-notify .grow-right{transform-box:fill-box;transform-origin:left;animation:close-notify-grow .4s linear backwards}
.close-notify .grow-left{transform-box:fill-box;transform-origin:right;animation:close-notify-grow .4s linear backwards}
.close-notify .fly-right{animation:close-notify-right .4s linear}
.close-notify .fly-left{animation:close-notify-left .4s linear}
.close-notify .fly-half-right{animation:close-notify-half-right .4s linear}
.close-notify .fly-half-left{animation:close-notify-half-left .4s linear}
}
@keyframes close-notify-appear{from{opacity:0}}
@keyframes close-notify-grow{from{transform:scaleX(0)}}
@keyframes close-notify-right{from{opacity:1}to{opacity:1;transform:translateX(214px)}}
@keyframes close-notify-left{from{opacity:1}to{opacity:1;transform:translateX(-214px)}}
@keyframes close-notify-half-right{from{opacity:1}to{opacity:1;transform:translateX(107px)}}
@keyframes close-notify-half-left{from{opacity:1}to{opacity:1;transform:translateX(-107px)}}
`
