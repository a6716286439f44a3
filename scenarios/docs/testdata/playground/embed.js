customElements.define("tls-shutdown", class extends HTMLElement {});
