import { isObject } from '../execution/json-data';
import type { Exchange } from '../http/exchange';
import type { GatewayLimits } from '../http/limits';
import { parseJson } from '../http/parse-json';
import { parseQualityList } from '../http/quality-list';
import { readBody } from '../http/read-body';
import type { ExportPlan } from './export-plan';
import { exportError } from './exports.errors';
import { csv, ndjson, type RowFormat } from './row-format';
import { checkNames, type Variables, variablesOfSearch } from './variables';
import { xlsx } from './xlsx-rows';

/** Parameters of the address that are no variables of the document. */
const OWN = ['format', 'bom', 'filename'] as const;

export interface ExportRequest {
  readonly format: RowFormat;
  /** What the file is called, without its ending; null when the client leaves it to the hub. */
  readonly fileName: string | null;
  variables(plan: ExportPlan): Variables;
}

export function requestOfSearch({ request, search }: Exchange): ExportRequest {
  const parameters = new URLSearchParams(search);
  const [format, bom, fileName] = OWN.map((name) => parameters.get(name));
  for (const name of OWN) parameters.delete(name);
  return {
    format: chooseFormat(format ?? null, bom !== '0', request.headers.accept),
    fileName: fileName || null,
    variables: (plan) => variablesOfSearch(parameters, plan.variables),
  };
}

/** Format and file name stand in the address as with GET; the variables in a body of JSON. */
export async function requestOfBody(exchange: Exchange, limits: GatewayLimits): Promise<ExportRequest> {
  const { format, fileName } = requestOfSearch(exchange);
  const variables = variablesOfBody(await readBody(exchange.request, limits));
  return { format, fileName, variables: (plan) => checkNames(variables, plan.variables) };
}

function variablesOfBody(body: Buffer): Variables {
  const refuse = () => exportError('EXPORT_BODY');
  const parsed = parseJson(body, refuse);
  if (!isObject(parsed)) throw refuse();
  const { variables = {} } = parsed;
  if (!isObject(variables)) throw refuse();
  return variables;
}

/** Said in the address, or else by `Accept`; CSV for whoever says nothing, and among equals. */
function chooseFormat(asked: string | null, mark: boolean, accept = ''): RowFormat {
  const formats = [csv(mark), ndjson, xlsx];
  if (asked !== null) {
    const named = formats.find(({ extension }) => extension === asked);
    if (!named) throw exportError('EXPORT_FORMAT');
    return named;
  }
  const wanted = parseQualityList(accept);
  const qualityOf = ({ contentType }: RowFormat): number =>
    wanted.find(({ value }) => value === contentType.split(';')[0])?.quality ?? 0;
  return formats.reduce((best, format) => (qualityOf(format) > qualityOf(best) ? format : best));
}
