/**
 * Disputes: a resident objects to an order, both sides say what happened, and they agree or an operator decides. Its money
 * stands still meanwhile, and is moved by what was agreed or decided. Owns the schema {@code dispute}.
 */
@ApplicationModule(
        id = "dispute",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "notice",
            "media",
            "merchant",
            "ordering",
            "ledger",
            "checkout"
        })
@NullMarked
package org.townloop.loop.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
