package capture

import (
	"bytes"
	"encoding/hex"
	"testing"

	"closenotify/engine"
)

// rfc8448Secrets are the traffic secrets of RFC 8448 §3, with the keys and records that
// the RFC derives from them.
var rfc8448Secrets = []struct {
	name, secret, key, iv string
	records               []knownRecord
}{
	{
		"client handshake", "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21",
		"dbfaa693d1762c5b666af5d950258d01", "5bd3c71b836e0b76bb73265f",
		[]knownRecord{{
			0, engine.TypeHandshake, "14000020a8ec436d677634ae525ac1fcebe11a039ec17694fac6e98527b642f2edd5ce61",
			"170303003575ec4dc238cce60b298044a71e219c56cc77b0517fe9b93c7a4bfc44d87f38f80338ac98fc46deb384bd1caeacab6867d726c40546",
		}},
	},
	{
		"server handshake", "b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38",
		"3fce516009c21727d0f2e4e86ee403bc", "5d313eb2671276ee13000b30", nil,
	},
	{
		"client data", "9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5",
		"17422dda596ed5d9acd890e3c63f5051", "5b78923dee08579033e523d9",
		[]knownRecord{
			{0, engine.TypeApplicationData, counting, "1703030043a23f7054b62c94d0affafe8228ba55cbefacea42f914aa66bcab3f2b9819a8a5b46b395bd54a9a20441e2b62974e1f5a6292a2977014bd1e3deae63aeebb21694915e4"},
			{1, engine.TypeAlert, "0100", "1703030013c9872760655666b74d7ff1153efd6db6d0b0e3"},
		},
	},
	{
		"server data", "a11af9f05531f856ad47116b45a950328204b4f44bfb6b3a4b4f1f3fcb631643",
		"9f02283b6c9c07efc26bb9f2ac92e356", "cf782b88dd83549aadf1e984",
		[]knownRecord{
			{1, engine.TypeApplicationData, counting, "17030300432e937e11ef4ac740e538ad36005fc4a46932fc3225d05f82aa1b36e30efaf97d90e6dffc602dcb501a59a8fcc49c4bf2e5f0a21c0047c2abf332540dd032e167c2955d"},
			{2, engine.TypeAlert, "0100", "1703030013b58fd67166ebf599d24720cfbe7efa7a8864a9"},
		},
	},
}

// counting is the application data of the RFC: the bytes 0 to 49.
const counting = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031"

type knownRecord struct {
	seq           uint32
	kind          engine.ContentType
	content, wire string
}

func TestRFC8448(t *testing.T) {
	for _, tt := range rfc8448Secrets {
		k := keysTLS13(unhex(t, tt.secret))
		if !bytes.Equal(k.key, unhex(t, tt.key)) || !bytes.Equal(k.iv, unhex(t, tt.iv)) {
			t.Errorf("%s: key %x, IV %x", tt.name, k.key, k.iv)
		}
		for _, r := range tt.records {
			record := engine.Record{Type: r.kind, Epoch: 1, Seq: r.seq}
			if got := protect(record, engine.TLS13, k, unhex(t, r.content)); !bytes.Equal(got.Wire, unhex(t, r.wire)) {
				t.Errorf("%s: record %d is %x", tt.name, r.seq, got.Wire)
			}
		}
	}
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
