import { refusalOf } from '@hub/testing';
import { DOCUMENT_STATES } from './document-state';
import { assertReissuable } from './reissue';

it('only a paper in force is reissued', () => {
  const allowed = DOCUMENT_STATES.filter((state) => refusalOf(() => assertReissuable(state)) === null);
  expect(allowed).toEqual(['ISSUED', 'ARCHIVED']);
});
