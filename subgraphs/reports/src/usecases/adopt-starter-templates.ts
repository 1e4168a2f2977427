import type { Id } from '@hub/core';
import { requirePerson, type UseCaseContext } from '@hub/persistence';

import { namesInUse } from '../data/template.read-model';
import { STARTER_TEMPLATES } from '../domain/starter-templates';
import { templateContent } from '../domain/template';
import { templatePolicy } from '../domain/template.policy';
import { insertTemplate } from './publish-report-template';

/** 采用起步模板: those whose name no template in use has. Whoever has them all gets none. */
export async function adoptStarterTemplates(ctx: UseCaseContext): Promise<readonly Id[]> {
  const person = requirePerson(ctx);
  templatePolicy.assertMay(person, 'publish', person);
  return ctx.command('adoptStarterTemplates', {}, async (tx) => {
    const taken = await namesInUse(tx);
    const adopted: Id[] = [];
    for (const { name, kind, signatureNeeded, ...given } of STARTER_TEMPLATES.filter((each) => !taken.has(each.name))) {
      const template = { templateId: ctx.ids.next(), name, kind, signatureNeeded, content: templateContent(given) };
      adopted.push(await insertTemplate(tx, person, { ...template, action: 'adoptStarterTemplates' }));
    }
    return adopted;
  });
}
