package org.townloop.loop.invoice;

/**
 * What somebody typed who wants an invoice.
 *
 * @param kind the name of one of {@link InvoiceRequest.Kind}, in letters of any size
 * @param buyer the name of one of {@link Buyer.Kind}, in letters of any size
 * @param taxNumber empty if there is none
 * @param email empty if there is none
 */
public record NewInvoiceRequest(String kind, String buyer, String title, String taxNumber, String email) {}
