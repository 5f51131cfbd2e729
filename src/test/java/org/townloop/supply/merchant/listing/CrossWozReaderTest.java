package org.townloop.supply.merchant.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CrossWozReaderTest {

    private static final String GOOD = """
        ["%s", {"领域": "餐馆", "名称": "%s", "地址": "北京市西城区1号", "电话": "010-1", "营业时间": "5:30-21:00",
          "推荐菜": ["烤鸭", "豆汁"], "人均消费": 23, "评分": 4.3, "地铁": null, "周边景点": []}]\
        """;

    private final CrossWozReader reader = new CrossWozReader(JsonMapper.shared());

    private List<Row> rows(String json) {
        return reader.rows(SourceText.of("restaurants.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String good(String name) {
        return GOOD.formatted(name, name);
    }

    @Test
    void aVenueIsReadWithTheSourcesOwnFigures() {
        var rows = rows("[\n" + good("甲") + "\n]");
        assertThat(rows).hasSize(1);
        var row = (Row.Found) rows.getFirst();
        assertThat(row.name().zh()).isEqualTo("甲");
        assertThat(row.kind()).isEqualTo("restaurants");
        assertThat(row.details().path("dishes").get(1).asString()).isEqualTo("豆汁");
        assertThat(row.details().at("/listedPrice/minor").asLong()).isEqualTo(2_300);
        assertThat(row.details().at("/listedPrice/per").asString()).isEqualTo("person");
        assertThat(row.details().has("metro")).isFalse();
        assertThat(row.details().has("nearby")).isFalse();
        assertThat(reader.region(row)).contains("110102");
    }

    @Test
    void aPriceThatTheSourceDoesNotHaveIsNotInvented() {
        var row = (Row.Found) rows(good("甲").replace("23", "null")).getFirst();
        assertThat(row.details().has("listedPrice")).isFalse();
    }

    @Test
    void aNameWithANulIsReportedAndStopsNoOther() {
        var rows = rows("[\n" + good("甲\\u0000") + ",\n" + good("丙") + "\n]");
        assertThat(rows)
                .satisfiesExactly(
                        row -> assertThat(row).isInstanceOf(Row.Broken.class),
                        row -> assertThat(row).isInstanceOf(Row.Found.class));
    }

    @Test
    void aBrokenVenueStopsNoOther() {
        var broken = good("乙").replace("\"地址\":", "\"地址\"");
        var rows = rows("[\n" + good("甲") + ",\n" + broken + ",\n" + good("丙") + "\n]");
        assertThat(rows)
                .satisfiesExactly(
                        row -> assertThat(row).isInstanceOf(Row.Found.class),
                        row -> {
                            assertThat(row).isInstanceOf(Row.Broken.class);
                            assertThat(row.line()).isEqualTo(4);
                        },
                        row -> assertThat(row).isInstanceOf(Row.Found.class));
    }

    @Test
    void whatIsNoVenueIsReportedByItsLine() {
        assertThat(rows("[\n" + good("甲") + ",\n7,\n" + good("丙") + "\n]"))
                .filteredOn(Row.Broken.class::isInstance)
                .extracting(Row::line)
                .containsExactly(4);
        assertThat(rows("[\n[\"甲\", {\"领域\": \"出租\"}]\n]"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Row.Broken.class, broken -> assertThat(broken.what()).contains("领域"));
    }

    @Test
    void aFileThatIsCutOffGivesWhatItHas() {
        var text = "[\n" + good("甲") + ",\n" + good("乙").substring(0, 60);
        assertThat(rows(text)).hasSize(2).first().isInstanceOf(Row.Found.class);
        assertThat(rows(text)).last().isInstanceOf(Row.Broken.class);
    }

    @Test
    void allInOneLineIsReadToo() {
        assertThat(rows("[" + good("甲").replace("\n", "") + "," + good("乙").replace("\n", "") + "]"))
                .hasSize(2)
                .allMatch(Row.Found.class::isInstance);
    }
}
