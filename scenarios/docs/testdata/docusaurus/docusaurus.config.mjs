import tlsShutdown, {component} from './tls-shutdown.mjs';

const options = {site: process.env.SITE, command: process.env.BLOCK};

export default {
  title: 'Test',
  url: 'https://docs.example',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  scripts: component(options),
  plugins: [['@docusaurus/plugin-content-docs', {routeBasePath: '/', sidebarPath: undefined, remarkPlugins: [[tlsShutdown, options]]}]],
  themes: ['@docusaurus/theme-classic'],
};
