const MAX_LENGTH = 200;

/** Control characters, and marks that turn the reading direction and so disguise an extension (`gpj.exe`). */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The bare name of a claimed file name: no folder, nothing invisible, never longer than the limit. */
export function cleanFileName(claimed: string): string {
  const bare = claimed.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = bare
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/^\.+/, '');
  const extension = extensionOf(visible);
  if (visible.length <= MAX_LENGTH || extension === '') return visible.slice(0, MAX_LENGTH);
  return `${visible.slice(0, MAX_LENGTH - extension.length - 1)}.${extension}`;
}

/** Lower case, without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
