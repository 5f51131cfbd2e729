package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradesTests {

    private static final Trades TRADES = new Trades(new ShippedPacks(new PackFormat()));

    @ParameterizedTest
    @CsvSource({
        "osm, restaurant, restaurants",
        "osm, bar;restaurant, restaurants",
        "osm, ice cream, restaurants",
        "osm, recycling;cafe, restaurants",
        "osm, salon, hair-and-beauty",
        "osm, nail_salon, hair-and-beauty",
        "osm, Optician, health",
        "osm, car_wash, cars",
        "osm, theatre, culture",
        "beijing, hotels, hotels",
        "beijing, attractions, sights",
    })
    void aClassOfADataSetHasItsTrade(String source, String klass, String trade) {
        assertThat(TRADES.ofClass(source, klass)).map(Trade::id).contains(trade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench", "school", "police", "library", "townhall", "restau", ""})
    void whatIsNoTradeHasNone(String klass) {
        assertThat(TRADES.ofClass("osm", klass)).isEmpty();
    }

    @Test
    void onlyTheTradesOfPacksCanBeBooked() {
        assertThat(TRADES.get("hair-and-beauty").installed()).isTrue();
        assertThat(TRADES.get("restaurants").installed()).isTrue();
        assertThat(TRADES.get("sights").installed()).isFalse();
        assertThat(TRADES.all().getFirst().installed()).isTrue();
    }

    @Test
    void everyTradeIsNamedInBothLanguages() {
        assertThat(TRADES.all())
                .allMatch(trade -> trade.name().en() != null && trade.name().zh() != null);
    }

    @Test
    void aTradeThatNobodyKnowsIsOther() {
        assertThat(TRADES.get("blacksmith").name().en()).isEqualTo("Other");
    }
}
