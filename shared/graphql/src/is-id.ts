import { isId } from '@hub/core';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** For fields of inputs: an id in the one form in which ids are compared. A uuid in another spelling is none of ours. */
export const IsId = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isId', validator: { validate: isId, defaultMessage: () => '标识不正确。' } }, options);
