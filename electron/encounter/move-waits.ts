/**
 * Which rows of `encounter_move` still wait for a second person: neither confirmed nor declined. A request for a meeting
 * that has gone to somebody else since asks for nothing any more.
 */
export const moveWaits = `confirmed_by IS NULL
  AND NOT EXISTS (SELECT 1 FROM encounter_move_declined AS d WHERE d.move_id = encounter_move.id)
  AND from_client_id = (SELECT e.client_id FROM encounter AS e WHERE e.id = encounter_move.encounter_id)`
