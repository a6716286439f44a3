package explore

// meaning says how a field of the World goes into its key.
type meaning uint8

const (
	asItIs   meaning = iota
	past             // not at all: it tells what was, and decides nothing
	identity         // as a number in the order in which records are met
	sequence         // as the difference from what the receiver expects
	epoch            // likewise, and whether it is 0, plain text
	stage            // how far a handshake has come in changing keys, at most 2
	distance         // as that in the stream from where its reader is
	ending           // likewise, if there is one, and 0 behind it
)

// meanings are those of all fields that do not go into a key as they are. A field
// that is added to the engine and not named here can only keep Worlds apart that
// need not be.
var meanings = map[string]meaning{
	"World.config": past, "World.profile": past, "Wire.version": past, // the same in all Worlds of a walk
	"World.records": past, "World.steps": past, "Endpoint.sentBy": past, "Endpoint.receivedBy": past,
	"reader.seq": past, "reader.epoch": stage, // what the others are told from
	"Record.ID": identity, "Record.Seq": sequence, "Record.Epoch": epoch,
	"writer.seq": sequence, "writer.epoch": epoch,
	"Wire.start": distance, "Wire.ready": distance, "Wire.end": distance, "Wire.flipped": distance, "segment.at": distance,
	"Wire.fin": ending, "Wire.rst": ending, "Wire.bioBuffered": ending,
}

// stale are the fields that hold what was once and are not looked at again before
// they are set, while all of the fields beside them that are named here are zero.
var stale = map[string][]string{
	"writer.record":    {"wpendTot", "buffered"},
	"writer.sent":      {"wpendTot", "buffered"},
	"writer.wpendType": {"wpendTot", "buffered", "wnum"},
	"writer.alert":     {"dispatch"},
	"reader.record":    {"hasRecord"},
	"reader.unread":    {"hasRecord"},
	"reader.body":      {"got"},
}

// landmarks are the fields by which a key's directions and differences are found.
var landmarks = []string{
	"World.endpoints", "World.wires", "Endpoint.role", "Endpoint.in", "reader.seq", "reader.epoch", "Wire.start",
	"Record.From", "segment.record", "segment.from", "segment.to", "segment.at",
	"queue.front", "queue.back", "queueNode.segment", "queueNode.older",
}
