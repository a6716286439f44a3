package program

// An Op is what an instruction does.
type Op uint16

// The instructions. r[X] is a register or, for X < 0, a constant. The suffix of an
// arithmetic instruction is the type: I32, U32, I64 or U64.
const (
	OpMov    Op = iota // r[A] = r[B]
	OpAddI32           // r[A] = r[B] + r[C]; a signed result that does not fit stops the program
	OpAddU32
	OpAddI64
	OpAddU64
	OpSubI32
	OpSubU32
	OpSubI64
	OpSubU64
	OpMulI32
	OpMulU32
	OpMulI64
	OpMulU64
	OpDivI32
	OpDivU32
	OpDivI64
	OpDivU64
	OpRemI32
	OpRemU32
	OpRemI64
	OpRemU64
	OpShlI32
	OpShlU32
	OpShlI64
	OpShlU64
	OpShrI32
	OpShrU32
	OpShrI64
	OpShrU64
	OpAnd
	OpOr
	OpXor
	OpEq // r[A] = r[B] == r[C]
	OpNe
	OpLt
	OpLe
	OpLtU // as unsigned
	OpLeU
	OpToI8 // r[A] = r[B] converted
	OpToU8
	OpToI16
	OpToU16
	OpToI32
	OpToU32
	OpToBool
	OpPtrAdd // r[A] = r[B] + r[C]*D bytes
	OpPtrSub // r[A] = (r[B] - r[C]) / D bytes
	OpBound  // stops if r[B] is not an index of D elements; N is 1 if the end will do
	OpAddr   // r[A] = address of the frame's object C, plus D
	OpLoadI8 // r[A] = what r[B] + D points to
	OpLoadU8
	OpLoadI16
	OpLoadU16
	OpLoadI32
	OpLoadU32
	OpLoad64
	OpStore8 // what r[A] + D points to = r[B]
	OpStore16
	OpStore32
	OpStore64
	OpCopy     // D bytes from r[B] to r[A], with their marks
	OpCopyByte // one byte from r[B] to r[A]; it may be received
	OpZero     // D bytes at r[A] become 0
	OpFresh    // the frame's object A has no value
	OpJmp      // to D
	OpJz       // to D if r[B] == 0
	OpJnz
	OpJeq // to D if r[B] == r[C]
	OpJne
	OpJlt
	OpJle
	OpJltU
	OpJleU
	OpCall  // r[A] = function B with N arguments from register C on; A is -1 if nobody wants it
	OpExt   // the same with Externs[B]
	OpRet   // return r[B]
	OpRetNo // return without a value
	OpCheck // stops if flag register B is 0: variable D of the function has no value
	OpSeq   // operands whose order C leaves open begin
	OpSeqOr // the next of them begins
	OpSeqNo // they end
	OpStop  // stops the program for Reasons[D]
	opCount
)

// An operand is what a field of an instruction stands for.
type operand uint8

const (
	none    operand = iota
	into            // a register that is written, or -1 for none
	reg             // a register
	val             // a register or a constant
	target          // an instruction of the same function
	object          // an object of the frame
	local           // a variable of the function
	defined         // a function
	foreign         // an extern
	reason
	positive // a number above 0
	offset   // a number from 0 on
	first    // the first of N registers
)

// An opInfo is an instruction's row: what its operands are and what it does.
type opInfo struct {
	run        func(*machine, *Instr)
	a, b, c, d operand
}

// fillOps fills ops.
func fillOps() {
	ops = others
	for _, table := range [...]struct {
		runs []func(*machine, *Instr)
		row  opInfo
	}{
		{arithmetic[:], opInfo{a: reg, b: val, c: val}},
		{unary[:], opInfo{a: reg, b: val}},
		{loads[:], opInfo{a: reg, b: val, d: offset}},
		{stores[:], opInfo{a: val, b: val, d: offset}},
		{branches[:], opInfo{b: val, c: val, d: target}},
	} {
		for op, run := range table.runs {
			if run != nil {
				table.row.run = run
				ops[op] = table.row
			}
		}
	}
}

// others are the instructions of no other table.
var others = [opCount]opInfo{
	OpPtrAdd:   {ptrAdd, reg, val, val, positive},
	OpPtrSub:   {ptrSub, reg, val, val, positive},
	OpBound:    {bound, none, val, none, offset},
	OpAddr:     {addr, reg, none, object, offset},
	OpCopy:     {copyBytes, val, val, none, offset},
	OpCopyByte: {copyByte, val, val, none, none},
	OpZero:     {zero, val, none, none, offset},
	OpFresh:    {fresh, object, none, none, none},
	OpJmp:      {jmp, none, none, none, target},
	OpJz:       {jz, none, val, none, target},
	OpJnz:      {jnz, none, val, none, target},
	OpCall:     {call, into, defined, first, none},
	OpExt:      {ext, into, foreign, first, none},
	OpRet:      {ret, none, val, none, none},
	OpRetNo:    {retNo, none, none, none, none},
	OpCheck:    {check, none, reg, none, local},
	OpSeq:      {seq, none, none, none, none},
	OpSeqOr:    {seqOr, none, none, none, none},
	OpSeqNo:    {seqNo, none, none, none, none},
	OpStop:     {stopHere, none, none, none, reason},
}
