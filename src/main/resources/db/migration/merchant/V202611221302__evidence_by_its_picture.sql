-- The picture of a licence or of a face is kept for the decision; once the answer was no, nobody needs it.
create index take_over_by_picture on merchant.take_over (picture) where picture is not null;
