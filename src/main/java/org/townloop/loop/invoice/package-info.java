/**
 * Receipts, invoices and fapiao: what was paid and when; invoices on request, numbered without gaps and corrected by
 * credit notes only; fapiao that merchants write with their own software. Owns the schema {@code invoice}.
 */
@ApplicationModule(
        id = "invoice",
        allowedDependencies = {"kernel", "region", "identity", "notice", "merchant", "ordering", "payment", "ledger"})
@NullMarked
package org.townloop.loop.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
