package org.townloop.surface.account;

import java.util.List;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/** What goes to a partner's bank, region by region. */
record PartnerPayoutsView(Page page, List<Share> shares) {

    /**
     * Of a region.
     *
     * @param account where it goes; empty if nobody has said
     * @param doubted whether something came back from there, so that the partner has to say that it is right
     */
    record Share(
            String region,
            String code,
            String balance,
            String payable,
            String next,
            String account,
            boolean doubted,
            List<Row> rows,
            Form form) {}

    record Row(String made, String amount, String state, String note) {}
}
