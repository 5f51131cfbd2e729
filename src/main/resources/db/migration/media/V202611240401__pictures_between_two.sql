-- Pictures that a resident shows a place, and nobody else.
alter table media.picture
    drop constraint picture_audience_check,
    add constraint picture_audience_check check (audience in ('EVERYBODY', 'OPERATORS', 'PARTIES'));
