package org.townloop.supply.merchant.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    private static final String TEXT = """
        osm_id,name,lon,lat,class
        1,护国寺小吃店,116.37,39.93,restaurant
        2,北京全聚德烤鸭店（王府井店）,116.41,39.91,restaurant
        3,同心美发,116.40,39.92,hairdresser
        """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void theEncodingIsFound(String charset) {
        assertThat(SourceText.of("a.csv", TEXT.getBytes(Charset.forName(charset)))
                        .text())
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aMarkAtTheBeginningIsNoText(String charset) {
        var marked = SourceText.of("a.csv", ("\uFEFF" + TEXT).getBytes(Charset.forName(charset)));
        assertThat(marked.text()).isEqualTo(TEXT);
    }

    @Test
    void westernNamesInAnOldEncodingAreRead() {
        var text = "osm_id,name,lon,lat,class\n1,Café Renée,-77.0,38.9,cafe\n2,Señor Tío,-77.0,38.9,bar\n";
        assertThat(SourceText.of("a.csv", text.getBytes(StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void oneLineInAnotherEncodingDoesNotSpoilTheRest() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(TEXT.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("4,大栅栏,116.39,39.89,restaurant\n".getBytes(Charset.forName("GBK")));
        bytes.writeBytes(TEXT.getBytes(StandardCharsets.UTF_8));
        var text = SourceText.of("a.csv", bytes.toByteArray());
        assertThat(text.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(text.lines().get(1)).contains("护国寺小吃店");
        assertThat(text.lines().get(4)).contains(SourceText.BROKEN);
    }
}
