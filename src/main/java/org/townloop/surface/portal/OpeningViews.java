package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.OpenedLine;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Deliverable;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Gathers what the page shows on which something is opened. */
@Component
class OpeningViews {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'，。；、）]+");
    private static final int KILOBYTE = 1_024;

    private final Places places;
    private final Regions regions;

    OpeningViews(Places places, Regions regions) {
        this.places = places;
        this.regions = regions;
    }

    OpeningView of(Page page, Order order, List<OpenedLine> read, @Nullable String refusal) {
        var times = page.times().in(regions.get(order.id().region()).zone());
        return new OpeningView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                OrderViews.href(order),
                page.say(order.first().title()),
                page.say(places.get(order.place()).name()),
                order.deliveredBy().map(times::moment).orElse(""),
                read.stream().map(each -> line(page, times, order, each)).toList());
    }

    private static OpeningView.Line line(Page page, Times times, Order order, OpenedLine opened) {
        var content = opened.content();
        var text = content == null ? null : content.text();
        return new OpeningView.Line(
                page.say(opened.title()),
                text == null ? List.of() : pieces(text),
                content == null ? null : file(page, order, opened, content),
                opened.codes(),
                content == null || content.number() == 1 ? null : times.moment(content.writtenAt()));
    }

    private static OpeningView.@Nullable File file(Page page, Order order, OpenedLine opened, Deliverable content) {
        var document = content.document();
        return document == null
                ? null
                : new OpeningView.File(
                        OrderViews.href(order) + "/opening/" + opened.line() + "/file",
                        document.name(),
                        page.text("portal.open.size", "kilobytes", Math.ceilDiv(document.bytes(), KILOBYTE)));
    }

    /** Addresses become links, and everything else stays what it is: words. */
    static List<OpeningView.Piece> pieces(String text) {
        var pieces = new ArrayList<OpeningView.Piece>();
        var links = LINK.matcher(text);
        int at = 0;
        while (links.find()) {
            if (links.start() > at) {
                pieces.add(new OpeningView.Piece(text.substring(at, links.start()), false));
            }
            pieces.add(new OpeningView.Piece(links.group(), true));
            at = links.end();
        }
        if (at < text.length()) {
            pieces.add(new OpeningView.Piece(text.substring(at), false));
        }
        return pieces;
    }
}
