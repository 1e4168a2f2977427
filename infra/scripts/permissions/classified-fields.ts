import { Kind, parse, visit } from 'graphql';

/** Fields of an SDL by the level they are marked with, the highest first. */
export function classifiedFields(sdl: string): ReadonlyMap<string, readonly string[]> {
  const found: { level: string; name: string }[] = [];
  visit(parse(sdl), {
    ObjectTypeDefinition: ({ name: type, fields = [] }) => {
      for (const { name, directives = [] } of fields) {
        const given = directives.find((directive) => directive.name.value === 'classified')?.arguments?.[0]?.value;
        if (given?.kind === Kind.INT) found.push({ level: given.value, name: `${type.value}.${name.value}` });
      }
    },
  });
  const levels = [...new Set(found.map(({ level }) => level))].sort().reverse();
  return new Map(levels.map((level) => [level, found.filter((each) => each.level === level).map(({ name }) => name)]));
}
