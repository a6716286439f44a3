/*
Remark plugin for Docusaurus: fenced blocks ```tls-shutdown are played and show what happened.

    ```tls-shutdown step=1
    client SSL_shutdown => 0 SSL_ERROR_SYSCALL
    server SSL_read 100
    ```

A page gets a drawing, a transcript and, if a site is given, the component <tls-shutdown>. If a call
returns something else than the script says, the build fails with file and line.

In docusaurus.config.mjs, with this file beside it:

    import tlsShutdown, {component} from './tls-shutdown.mjs';

    const options = {
      site: 'https://HOST/',       // of a playground; leave it out for drawings and transcripts alone
      command: './block',          // go build -o block ./scenarios/cmd/block
    };

    export default {
      scripts: component(options),
      presets: [['classic', {docs: {remarkPlugins: [[tlsShutdown, options]]}}]],
      …
    };
*/

import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {relative} from 'node:path';

export default function tlsShutdown({site = '', command = 'block'} = {}) {
  return (tree, file) => replaceBlocks(tree, (node) => {
    const line = node.position.start.line + linesBefore(file);
    const [made] = play(command, {
      file: relative(process.cwd(), file.path),
      line: line + 1,
      text: node.value + '\n',
      info: node.meta ?? '',
      site,
    });
    return element(made.html);
  });
}

// component is the script that <tls-shutdown> needs.
export function component({site = ''} = {}) {
  return site ? [{src: site.replace(/\/*$/, '/embed.js'), defer: true}] : [];
}

function replaceBlocks(node, replace) {
  node.children?.forEach((child, i) => {
    if (child.type === 'code' && child.lang === 'tls-shutdown') node.children[i] = replace(child);
    else replaceBlocks(child, replace);
  });
}

// Docusaurus has taken the front matter away, and lines are counted after it.
function linesBefore(file) {
  const lines = (text) => text.split('\n').length;
  return lines(readFileSync(file.path, 'utf8')) - lines(String(file.value));
}

function play(command, request) {
  const done = spawnSync(command, {input: JSON.stringify(request), encoding: 'utf8', maxBuffer: 2 ** 28});
  if (done.error) throw new Error(`tls-shutdown: ${command}: ${done.error.message}`);
  if (done.status !== 0) throw new Error(done.stderr.trim());
  return JSON.parse(done.stdout);
}

// element is <div dangerouslySetInnerHTML={{__html: html}} /> as MDX has it. React leaves alone what is in it,
// so the component can replace it.
function element(html) {
  const property = {type: 'Property', kind: 'init', key: {type: 'Identifier', name: '__html'}, value: {type: 'Literal', value: html}};
  const expression = {type: 'ObjectExpression', properties: [{...property, method: false, shorthand: false, computed: false}]};
  const estree = {type: 'Program', sourceType: 'module', body: [{type: 'ExpressionStatement', expression}]};
  const value = {type: 'mdxJsxAttributeValueExpression', value: '', data: {estree}};
  return {
    type: 'mdxJsxFlowElement',
    name: 'div',
    attributes: [{type: 'mdxJsxAttribute', name: 'dangerouslySetInnerHTML', value}],
    children: [],
  };
}
