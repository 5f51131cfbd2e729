/**
 * Quotations: a resident asks what something would cost, a place looks and writes, the resident accepts, and pays in
 * stages. Each stage is an order of its own, so that money, vouchers and visits are as of any other. Owns the schema
 * {@code quote}.
 */
@ApplicationModule(
        id = "quote",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "notice",
            "media",
            "pack",
            "merchant",
            "offer",
            "booking",
            "ordering",
            "checkout"
        })
@NullMarked
package org.townloop.loop.quote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
