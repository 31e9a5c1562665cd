// The types of the markdown parser, which the demo server serves from node_modules.
export { default } from 'markdown-it';
