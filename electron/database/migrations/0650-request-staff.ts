/** Whose a request key is: nobody else is answered by it. What was answered before belongs to nobody any more. */
export const requestStaff = {
  version: 650,
  name: 'request-staff',
  sql: `
    ALTER TABLE request ADD COLUMN staff_id INTEGER NOT NULL DEFAULT 0;
    UPDATE request SET result = '';
  `,
}
