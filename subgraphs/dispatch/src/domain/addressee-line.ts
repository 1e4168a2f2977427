import type { Finding } from './finding';

/** A printed 主送 or 抄送 line, which is signed text: it names bodies, the distribution says who gets the paper. */
export interface AddresseeLine {
  readonly bodies: readonly string[];
  readonly findings: readonly Finding[];
}

/** 主送 ends with a full-width colon (GB/T 9704—2012 §7.3.2). */
export function readAddresseeLine(line: string): AddresseeLine {
  return read(line, {
    field: 'addresseeLine',
    label: /^主送(?:机关)?[：:]/u,
    end: '：',
    message: '主送机关后应标全角冒号。',
  });
}

/** 抄送 ends with a full stop (§7.4.2). */
export function readCopyLine(line: string): AddresseeLine {
  return read(line, { field: 'copyLine', label: /^抄送(?:机关)?[：:]/u, end: '。', message: '抄送机关末尾应标句号。' });
}

interface LineForm {
  readonly field: 'addresseeLine' | 'copyLine';
  readonly label: RegExp;
  readonly end: string;
  readonly message: string;
}

function read(line: string, form: LineForm): AddresseeLine {
  const text = line.trim().replace(form.label, '');
  const { field, message } = form;
  const ended = text.endsWith(form.end);
  return {
    bodies: splitBodies(text.replace(/[：:。.]+$/u, '')),
    findings: ended
      ? []
      : [{ ruleId: 'ADDRESSEE_FORM', severity: 'WARN', message, field, evidence: text.slice(-1) || null }],
  };
}

/** Bodies stand apart by 、 or ，; the same marks inside brackets belong to a name: 各县（市、区）委. */
function splitBodies(text: string): readonly string[] {
  const bodies: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (/[（(〔「《]/u.test(character)) depth += 1;
    if (/[）)〕」》]/u.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;\s]/u.test(character)) bodies.push('');
    else bodies[bodies.length - 1] += character;
  }
  return bodies.filter(Boolean);
}
