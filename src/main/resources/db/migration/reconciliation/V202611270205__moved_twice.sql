-- What a gateway took or paid back twice, by two lines that are each as they should be.
alter table reconciliation.difference
    drop constraint difference_kind_check,
    add constraint difference_kind_check check (kind in ('MISSING_HERE', 'MISSING_THERE', 'OTHER_AMOUNT', 'TWICE'));
