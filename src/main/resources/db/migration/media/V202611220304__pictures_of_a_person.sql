create index picture_by_sender on media.picture (uploaded_by);
