import { answered, api, onRecord } from "@/api/http";

export const postPersonalData = (contactId: number) =>
  answered(api.POST("/api/contacts/{id}/personal-data", { params: { path: { id: contactId } } }));

export const postErasure = (contact: { id: number; version: number }) =>
  answered(api.POST("/api/contacts/{id}/erasures", { params: onRecord(contact) }));
