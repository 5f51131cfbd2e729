package org.townloop.supply.merchant.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.region.Regions;

@TownTest
class ImportTests {

    private static final Path EXCERPTS = Path.of("src/test/resources/places");
    private static final Options HERE = new Options("us-dc", Datum.WGS84);
    private static final String HEADER = "osm_id,name,lon,lat,class\n";

    @Autowired
    private Import imports;

    @Autowired
    private Regions regions;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @BeforeEach
    void noListings() {
        TestTown.clearPlaces();
    }

    @Test
    void realFilesBecomeListingsAndASecondTimeChangesNothing() {
        var first = imports.run(List.of(EXCERPTS), Options.USUAL, Progress.NONE);
        assertThat(first.problems()).isEmpty();
        assertThat(placesFrom("openstreetmap")).isBetween(35, 55);
        assertThat(placesFrom("crosswoz")).isEqualTo(21);

        var again = imports.run(List.of(EXCERPTS), Options.USUAL, Progress.NONE);
        assertThat(again.added()).isZero();
        assertThat(again.files())
                .allSatisfy(file -> assertThat(file.count().changed()).isZero());
        assertThat(again.text(10)).contains("restaurants-excerpt.json", "unchanged", "no trade");
    }

    @Test
    void everyRowIsAccountedFor() {
        for (var file :
                imports.run(List.of(EXCERPTS), Options.USUAL, Progress.NONE).files()) {
            var count = file.count();
            var skipped =
                    file.skipped().values().stream().mapToInt(Integer::intValue).sum();
            assertThat(count.added() + count.changed() + count.unchanged() + skipped + file.broken())
                    .as(file.file())
                    .isEqualTo(file.rows());
        }
    }

    @Test
    void addressesAndPositionsSayTheRegionWhichIsMadeIfMissing() {
        imports.run(List.of(EXCERPTS), Options.USUAL, Progress.NONE);
        assertThat(regions.byCode("110102")).hasValueSatisfying(xicheng -> {
            assertThat(xicheng.currency().getCurrencyCode()).isEqualTo("CNY");
            assertThat(xicheng.zone().getId()).isEqualTo("Asia/Shanghai");
            assertThat(xicheng.name().en()).isEqualTo("Xicheng");
        });
        assertThat(regions.byCode("us-dc").orElseThrow().currency().getCurrencyCode())
                .isEqualTo("USD");
        assertThat(regions.byCode("469030").orElseThrow().parent())
                .as("a county under no prefecture is under its province")
                .isEqualTo(regions.byCode("460000").orElseThrow().id());
        assertThat(jdbc.sql("""
            select count(*) from merchant.place where region_id = 110102 and trade = 'restaurants' and lat is null
            """).query(Integer.class).single()).isPositive();
    }

    @Test
    void whatIsWrongIsReportedByLineAndStopsNothingElse() throws IOException {
        var report = run(
                HERE,
                HEADER
                        + "1,Good Cafe,-77.03,38.91,cafe\n"
                        + "2,\"Unclosed,-77.03,38.92,cafe\n"
                        + "3,Too Short,-77.03\n"
                        + "4,Ocean,0,0,cafe\n"
                        + "5,Swapped,38.91,-77.03,cafe\n"
                        + "6,Nowhere,-277.03,138.91,cafe\n"
                        + "7,,-77.03,38.91,cafe\n"
                        + "8,A Bench,-77.03,38.91,bench\n"
                        + "1,Good Cafe Again,-77.05,38.91,cafe\n"
                        + "9,Good Cafe,-77.03,38.91,cafe\n"
                        + "10,No Position,,,cafe\n"
                        + ",No Key,-77.03,38.91,cafe\n"
                        + "11,\"Red, Hot & Blue\",-77.40,38.95,restaurant\n");
        assertThat(report.problems()).extracting(Problem::line).containsExactlyInAnyOrder(3, 4, 5, 6, 7, 10, 11, 13);
        assertThat(report.files().getFirst().skipped())
                .containsEntry(Skip.UNNAMED, 1)
                .containsEntry(Skip.NO_TRADE, 1)
                .containsEntry(Skip.DUPLICATE, 2);
        assertThat(report.added()).isEqualTo(3);
        assertThat(report.files().getFirst().offMap()).isEqualTo(1);
    }

    @Test
    void aPositionInNoKnownRegionNeedsToBeTold() throws IOException {
        var row = HEADER + "1,Sydney Cafe,151.2,-33.8,cafe\n";
        assertThat(run(Options.USUAL, row).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("--region"));
        assertThat(run(HERE, row).added()).isEqualTo(1);
        assertThat(run(new Options("atlantis", Datum.WGS84), row).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("no region “atlantis”"));
    }

    @Test
    void otherEncodingsAreRead() throws IOException {
        var text = HEADER + "1,护国寺小吃店,116.37,39.93,restaurant\n2,同心美发店,116.40,39.92,hairdresser\n";
        var gbk = Files.write(folder.resolve("gbk.csv"), text.getBytes(Charset.forName("GBK")));
        var wide = Files.write(folder.resolve("wide.csv"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        var options = new Options("110102", Datum.GCJ02);
        assertThat(imports.run(List.of(gbk), options, Progress.NONE).added()).isEqualTo(2);
        assertThat(imports.run(List.of(wide), options, Progress.NONE)
                        .files()
                        .getFirst()
                        .count()
                        .unchanged())
                .isEqualTo(2);
        assertThat(jdbc.sql("select lon from merchant.place where name ->> 'zh' = '同心美发店'")
                        .query(Double.class)
                        .single())
                .as("moved from GCJ-02 to WGS 84")
                .isBetween(116.392, 116.396);
    }

    @Test
    void aChangedRowChangesItsListing() throws IOException {
        run(HERE, HEADER + "1,Old Name,-77.03,38.91,cafe\n2,Same,-77.04,38.91,cafe\n");
        var count = run(HERE, HEADER + "1,New Name,-77.03,38.91,cafe\n2,Same,-77.04,38.91,cafe\n")
                .files()
                .getFirst()
                .count();
        assertThat(count.changed()).isEqualTo(1);
        assertThat(count.unchanged()).isEqualTo(1);
    }

    @Test
    void whatIsNoFileOfPlacesIsSaidSo() throws IOException {
        var report = run(HERE, "colour,size\nred,7\n");
        assertThat(report.isEmpty()).isTrue();
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("osm_id"));
        assertThat(imports.run(List.of(folder.resolve("gone.csv")), HERE, Progress.NONE)
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("cannot be read"));
    }

    @Test
    void sixteenThousandRowsTakeAtMostTenSeconds() throws IOException {
        var text = IntStream.range(0, 16_000)
                .mapToObj(i -> "%d,Cafe %d,%.5f,%.5f,cafe".formatted(i + 1, i, -77.4 + i * 3e-5, 38.8 + i * 2e-5))
                .collect(Collectors.joining("\n", HEADER, "\n"));
        var report = run(Options.USUAL, text);
        assertThat(report.added()).isEqualTo(16_000);
        assertThat(report.took()).isLessThan(Duration.ofSeconds(10));
    }

    private Report run(Options options, String csv) throws IOException {
        var file = Files.writeString(folder.resolve("places.csv"), csv);
        return imports.run(List.of(file), options, Progress.NONE);
    }

    private int placesFrom(String source) {
        return jdbc.sql("select count(*) from merchant.place where source = ?")
                .param(source)
                .query(Integer.class)
                .single();
    }
}
