create index intent_by_person on payment.intent (person_id, created_at);
