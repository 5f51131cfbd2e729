-- What a place gives back, of what is not due any more, is a receipt below zero.
alter table ordering.balance_receipt
    drop constraint balance_receipt_amount_minor_check,
    add constraint balance_receipt_of_something check (amount_minor <> 0);
