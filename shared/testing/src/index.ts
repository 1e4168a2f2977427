export { actorWith } from './actor';
export { refusalOf } from './refusal';
