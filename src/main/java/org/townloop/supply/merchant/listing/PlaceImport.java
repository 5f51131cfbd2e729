package org.townloop.supply.merchant.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Region;
import org.townloop.supply.merchant.Listing;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.pack.Trade;
import org.townloop.supply.pack.Trades;

/** Brings in one file of places. */
@Component
class PlaceImport {

    private static final int BATCH = 1_000;

    private final Places places;
    private final Trades trades;
    private final ImportedRegions regions;

    PlaceImport(Places places, Trades trades, ImportedRegions regions) {
        this.places = places;
        this.trades = trades;
        this.regions = regions;
    }

    FileReport run(SourceText text, PlaceReader reader, Options options, Progress progress) {
        return new Run(text, reader, options, progress).report();
    }

    /** The way of one file. */
    private class Run {

        private final SourceText text;
        private final PlaceReader reader;
        private final Options options;
        private final Progress progress;
        private final Tally tally;
        private final Duplicates duplicates = new Duplicates();
        private final Map<String, Optional<RegionId>> known = new HashMap<>();
        private final List<Listing> batch = new ArrayList<>(BATCH);

        Run(SourceText text, PlaceReader reader, Options options, Progress progress) {
            this.text = text;
            this.reader = reader;
            this.options = options;
            this.progress = progress;
            this.tally = new Tally(text);
        }

        FileReport report() {
            if (options.region() != null && region(options.region()).isEmpty()) {
                tally.problem(0, "nothing was imported: there is no region “" + options.region() + "”");
                return tally.report(FileReport.Form.UNREADABLE);
            }
            var rows = reader.rows(text);
            for (var row : rows) {
                tally.row();
                take(row);
                if (batch.size() == BATCH) {
                    write(rows.size());
                }
            }
            write(rows.size());
            return tally.report(FileReport.Form.PLACES);
        }

        private void take(Row row) {
            switch (row) {
                case Row.Skipped skipped -> tally.skipped(skipped);
                case Row.Broken broken -> tally.broken(broken);
                case Row.Found found -> {
                    switch (judge(found)) {
                        case Verdict.Take(var listing) -> batch.add(listing);
                        case Verdict.Skip(var skipped) -> tally.skipped(skipped);
                        case Verdict.Break(var broken) -> tally.broken(broken);
                    }
                }
            }
        }

        private Verdict judge(Row.Found row) {
            var trade = trades.ofClass(reader.vocabulary(), row.kind()).orElse(null);
            if (trade == null) {
                return new Verdict.Skip(new Row.Skipped(row.line(), Skip.NO_TRADE, row.kind()));
            }
            var region = regionOf(row);
            if (region == null) {
                var why = row.point() == null
                        ? "there is no position to tell the region by: say it with --region"
                        : "the position is in no region that is known: say it with --region";
                return new Verdict.Break(new Row.Broken(row.line(), why));
            }
            var twin = duplicates.of(row, trade);
            return twin == 0
                    ? new Verdict.Take(listing(row, trade, region))
                    : new Verdict.Skip(new Row.Skipped(row.line(), Skip.DUPLICATE, "the same as line " + twin));
        }

        private @Nullable RegionId regionOf(Row.Found row) {
            var code = options.region() == null ? reader.region(row) : Optional.of(options.region());
            return code.flatMap(this::region).orElse(null);
        }

        private Optional<RegionId> region(String code) {
            return known.computeIfAbsent(code, missing -> regions.find(missing).map(Region::id));
        }

        private Listing listing(Row.Found row, Trade trade, RegionId region) {
            var point = row.point() == null ? null : options.datum().toWgs84(row.point());
            if (point == null) {
                tally.offMap();
            }
            return new Listing(
                    region,
                    reader.source().id(),
                    row.key(),
                    row.name(),
                    row.address(),
                    point,
                    trade.id(),
                    row.phone(),
                    row.details());
        }

        private void write(int rows) {
            if (!batch.isEmpty()) {
                tally.wrote(places.upsertListings(List.copyOf(batch)));
                batch.clear();
            }
            progress.at(text.file(), tally.rows(), rows);
        }
    }

    /** What to do with a row that could be read. */
    private sealed interface Verdict {
        record Take(Listing listing) implements Verdict {}

        record Skip(Row.Skipped row) implements Verdict {}

        record Break(Row.Broken row) implements Verdict {}
    }
}
