// Reads diagrams, a list of texts in JSON, and prints what Mermaid's parser makes of each: its
// title, participants, notes and messages, or the error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const need = createRequire(process.argv[2] + "/");
const { window } = new (need("jsdom").JSDOM)("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import(pathToFileURL(process.argv[2] + "/node_modules/mermaid/dist/mermaid.core.mjs"));
mermaid.initialize({ startOnLoad: false });

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const messages = db.getMessages().map(({ from, to, type, message, placement }) => ({ from, to, type, message, placement }));
    answers.push({ type, title: db.getDiagramTitle(), participants: [...db.getActors().keys()], messages, notes: db.getMessages().filter((m) => m.placement !== undefined).length });
  } catch (error) {
    answers.push({ error: String(error) });
  }
}
process.stdout.write(JSON.stringify(answers));
