// What is a CDS service as discovery returns it, and which services are there?

import { z } from 'zod';
import appointmentBook from '../../hooks/lupus-car-t-appointment-book.json' with { type: 'json' };
import encounterStart from '../../hooks/lupus-car-t-encounter-start.json' with { type: 'json' };
import orderDispatch from '../../hooks/lupus-car-t-order-dispatch.json' with { type: 'json' };
import orderSelect from '../../hooks/lupus-car-t-order-select.json' with { type: 'json' };
import orderSign from '../../hooks/lupus-car-t-order-sign.json' with { type: 'json' };
import patientView from '../../hooks/lupus-car-t-patient-view.json' with { type: 'json' };

/** A service definition; `prefetch` holds the templates by search name. */
const cdsService = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  hook: z.string().min(1),
  title: z.string().min(1),
  description: z.string().min(1),
  /** Of the CDS Hooks specification, and of the hook. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  hookVersion: z.string().regex(/^\d+\.\d+$/),
  usageRequirements: z.string().min(1),
  prefetch: z.record(z.string().min(1), z.string().min(1)),
});

export type CdsService = z.infer<typeof cdsService>;

/** Every service of `hooks/`, checked when the program starts; a test compares the list with the folder. */
export const cdsServices: readonly CdsService[] = [
  patientView,
  encounterStart,
  orderSelect,
  orderSign,
  orderDispatch,
  appointmentBook,
].map((definition) => cdsService.parse(definition));
