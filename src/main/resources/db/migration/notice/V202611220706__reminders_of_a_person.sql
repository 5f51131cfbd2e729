create index reminder_by_person on notice.reminder (person_id);
