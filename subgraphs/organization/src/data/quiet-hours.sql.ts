/** The quiet hours of the preference `p`, as `QuietHours`; null when it has none. */
export const QUIET_HOURS = `case when p.quiet_from is not null
  then jsonb_build_object('from', p.quiet_from, 'to', p.quiet_to) end as quiet`;
