import 'server-only'

// onnxruntime reports to Microsoft which models run where, unless told not to before it is loaded.
process.env.ORT_DISABLE_TELEMETRY = '1'
