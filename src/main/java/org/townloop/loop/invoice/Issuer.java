package org.townloop.loop.invoice;

import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.MerchantId;

/**
 * A merchant as it issues invoices.
 *
 * @param version grows with each change
 * @param tax null: as its region says
 */
public record Issuer(
        MerchantId merchant,
        int version,
        Seller seller,
        @Nullable Tax tax) {}
