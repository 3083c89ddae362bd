/** `+8613800000001` → `+86138****0001`: enough to recognise, not enough to call. */
export const maskPhone = (phone: string): string =>
  phone.length < 9 ? '****' : `${phone.slice(0, -8)}****${phone.slice(-4)}`;

/** `wxid_abcdef` → `wxi****ef`. */
export const maskId = (id: string): string => (id.length <= 5 ? '****' : `${id.slice(0, 3)}****${id.slice(-2)}`);
