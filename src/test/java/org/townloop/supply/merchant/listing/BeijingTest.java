package org.townloop.supply.merchant.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeijingTest {

    @ParameterizedTest
    @CsvSource({
        "北京市西城区护国寺大街93号, 110102",
        "北京朝阳区左家庄41号, 110105",
        "北京市延庆县城西北山中的玉渡山自然风景区, 110119",
        "北京市崇文区前门东路小江胡同阳平会馆, 110101",
        "北京市宣武区某街1号, 110102",
        "朝阳门内大街8号, 110000",
        "王府井大街帅府园胡同9号, 110000",
    })
    void theAddressSaysTheDistrict(String address, String code) {
        assertThat(Beijing.regionOf(address)).isEqualTo(code);
    }
}
